"""What we ask: one small file a question; each may be deleted and nothing is lost."""
