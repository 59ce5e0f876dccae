"""Bad inputs and faults of the machine, each tried on a small project: what is promised of all of them, and what each says.

`python -m tests.faults` tries every one and writes docs/reliability.md; tests/faults/test_faults.py tries the quick ones.
"""
