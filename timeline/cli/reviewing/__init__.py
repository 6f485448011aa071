"""Review on a terminal: one proposal at a time, one key a decision."""
