"""What a decision says beside what was recommended: its points, its words, whom it sends to."""
