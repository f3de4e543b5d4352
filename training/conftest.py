"""The teacher needs torch, which only those install who train anew."""

from importlib.util import find_spec

collect_ignore = [] if find_spec("torch") else ["id/lessons.py", "id/teacher.py"]
