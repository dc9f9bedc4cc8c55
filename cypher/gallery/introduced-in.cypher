// en: What was introduced in which paper, and by whom
// zh: 什么是在哪篇论文里提出的，作者是谁
// group: papers
MATCH (thing:Entity)-[edge:INTRODUCED_IN]->(paper:Paper)
RETURN thing.name AS introduced, paper.name AS paper, paper.year AS year, paper.authors AS authors, thing.id AS id, paper.id AS paperId
ORDER BY id, paperId
LIMIT 200
