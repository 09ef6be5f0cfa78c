"""The demo company: invented people, invented numbers, always the same files.

`python -m tools.demo` writes `data/demo/*.xlsx` and `data/demo/manifest.json`. Nothing here reads
careerdash: the workbooks are input like anybody's, with headers as people write them.
"""
