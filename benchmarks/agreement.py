"""Agreement of the two labelling passes, per slot and on the number of incidents: the table of evals/README.md."""

from __future__ import annotations

from dataclasses import replace

from summarize.evaluation.agreement import Agreement, agreements
from summarize.evaluation.gold import GoldArticle, gold_folder, load_gold
from summarize.evaluation.labels import Labels, read_labels

FEWEST = 20  # units; below it a slot's alpha says nothing


def passes() -> list[tuple[GoldArticle, GoldArticle]]:
    """Both passes of every article that was labelled twice."""
    found = []
    for gold in load_gold().articles:
        folder = gold_folder() / gold.id
        if (folder / "labels.b.yaml").is_file():
            found.append((_labelled(gold, "labels.a.yaml"), _labelled(gold, "labels.b.yaml")))
    return found


def _labelled(gold: GoldArticle, name: str) -> GoldArticle:
    labels = read_labels(gold_folder() / gold.id / name, f"{gold.id}/{name}")
    if not isinstance(labels, Labels):
        raise SystemExit("\n".join(map(str, labels)))
    return replace(gold, labels=labels)


def _line(row: Agreement) -> str:
    if row.alpha is None or row.low is None or row.high is None:
        return f"| {row.name} | {row.units} | – | – | {row.same:.2f} |"
    return f"| {row.name} | {row.units} | {row.alpha:.2f} | {row.low:.2f} to {row.high:.2f} | {row.same:.2f} |"


def main() -> None:
    """Print the table, the slots with enough units."""
    twice = passes()
    print(f"{len(twice)} articles labelled twice\n")
    print("| what | n | α | 95% interval | same |\n|---|---|---|---|---|")
    for row in agreements(twice):
        if row.units >= FEWEST:
            print(_line(row))


if __name__ == "__main__":
    main()
