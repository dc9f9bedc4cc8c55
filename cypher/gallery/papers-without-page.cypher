// en: Papers that are named and have no page of their own among the notes
// zh: 提到过、但笔记里没有专页的论文
// group: papers
MATCH (paper:Paper)
WHERE NOT EXISTS { (:Document)-[:ABOUT]->(paper) }
RETURN paper.name AS paper, paper.mentions AS mentions, paper.arxiv AS arxiv, paper.id AS id
ORDER BY mentions DESC, id
LIMIT 200
