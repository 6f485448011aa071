"""Faults on purpose: processes killed, files damaged, disks full, many at once."""
