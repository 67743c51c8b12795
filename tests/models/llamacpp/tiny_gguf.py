"""Writes a language model of random weights, some 150 kB, that llama.cpp loads: two layers, a vocabulary of bytes.

Run in the environment of requirements/llamacpp.txt: `python tiny_gguf.py FILE`. What the model writes is nonsense;
its output leans to the characters that end things in JSON, so that an answer ends before its token limit now and then.
"""

import sys

import gguf
import numpy as np

CONTEXT = 32_768  # tokens, here bytes: the schema, a prompt and a small article
WIDTH, HEADS, LAYERS, INNER = 32, 2, 2, 64
SEED = 1
SPECIAL = ("<unk>", "<s>", "</s>")
ENDINGS = {'"': 2.0, "]": 2.5, "}": 2.0, ",": -1.0, "n": 2.0}  # how far the output leans to a character
KINDS = [gguf.TokenType.UNKNOWN, gguf.TokenType.CONTROL, gguf.TokenType.CONTROL] + [gguf.TokenType.BYTE] * 256


def write(path: str) -> None:
    """Write the model file."""
    writer = gguf.GGUFWriter(path, "llama")
    _describe(writer)
    for name, tensor in _tensors(np.random.default_rng(SEED)).items():
        writer.add_tensor(name, tensor.astype(np.float32))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def _describe(writer: gguf.GGUFWriter) -> None:
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(LAYERS)
    writer.add_feed_forward_length(INNER)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(HEADS)
    writer.add_rope_dimension_count(WIDTH // HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_tokenizer_model("llama")
    writer.add_token_list([*SPECIAL, *(f"<0x{byte:02X}>" for byte in range(256))])
    writer.add_token_scores([0.0] * len(KINDS))
    writer.add_token_types(KINDS)
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    writer.add_unk_token_id(0)


def _tensors(random: np.random.Generator) -> dict[str, np.ndarray]:
    """Random matrices; the first dimension is the same for every token, and carries the lean to endings."""
    embedding, output = random.normal(size=(len(KINDS), WIDTH)), _matrix(random, len(KINDS), WIDTH)
    embedding[:, 0], output[:, 0] = 2.0, 0.0
    for character, lean in ENDINGS.items():
        output[len(SPECIAL) + ord(character), 0] = lean
    tensors = {"token_embd.weight": embedding, "output.weight": output, "output_norm.weight": np.ones(WIDTH)}
    for layer in range(LAYERS):
        tensors |= {f"blk.{layer}.{name}": tensor for name, tensor in _layer(random).items()}
    return tensors


def _layer(random: np.random.Generator) -> dict[str, np.ndarray]:
    square = {f"attn_{part}.weight": _matrix(random, WIDTH, WIDTH) for part in ("q", "k", "v", "output")}
    inner = {f"ffn_{part}.weight": _matrix(random, INNER, WIDTH) for part in ("gate", "up")}
    norms = {f"{part}_norm.weight": np.ones(WIDTH) for part in ("attn", "ffn")}
    return {**square, **inner, **norms, "ffn_down.weight": _matrix(random, WIDTH, INNER)}


def _matrix(random: np.random.Generator, rows: int, columns: int) -> np.ndarray:
    return random.normal(0.0, 1 / columns**0.5, (rows, columns))


if __name__ == "__main__":
    write(sys.argv[1])
