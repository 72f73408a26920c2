"""Posts: exports, saved pages, tables and feeds to Posts, and those into the store."""
