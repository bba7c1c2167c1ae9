"""Speed and memory of the product as it runs, each figure beside a yardstick of the same run."""
