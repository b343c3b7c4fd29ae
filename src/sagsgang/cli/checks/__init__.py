"""What `sagsgang check` does: which documents by which settings, bundles, baselines, watching."""
