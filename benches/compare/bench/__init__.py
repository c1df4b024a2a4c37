"""What the comparisons share: the gold, the peers, measured processes and Markdown tables."""
