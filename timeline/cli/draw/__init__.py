"""Drawing an answer: pages for people, lines for pipes, records for programs; all of it pure."""
