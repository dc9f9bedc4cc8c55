// en: What was compared with what, in whose words
// zh: 谁与谁作了比较，原文怎么说
// group: words
MATCH (a:Entity)-[edge:COMPARED_WITH]->(b:Entity)
UNWIND edge.receipts AS receipt
WITH a, b, edge, split(receipt, ':') AS parts
MATCH (passage:Passage {id: parts[0]})
RETURN a.name AS one, edge.cue AS cue, b.name AS other, substring(passage.text, toInteger(parts[1]), toInteger(parts[2]) - toInteger(parts[1])) AS words, a.id AS id, b.id AS otherId, passage.id AS passage
ORDER BY id, otherId, passage
LIMIT 200
