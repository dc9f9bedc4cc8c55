// All papers.
MATCH (paper:Paper)
RETURN properties(paper) AS properties
