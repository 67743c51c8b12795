"""The schema room: vocabulary (closed lists), draft (what a model returns), report (what a user gets)."""
