"""Finding dates: rules, receipts, headers, faults."""
