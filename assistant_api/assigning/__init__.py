"""What people are to practise: assignments, tries, certificates, and goals of teams."""
