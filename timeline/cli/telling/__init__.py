"""One thing told in full: an assertion, an article; each field a label and a sentence why."""
