// The papers that are named together with an entity.
//
// $id  of the entity
MATCH (:Entity {id: $id})-[edge:CO_MENTION]-(paper:Paper)
RETURN paper.id AS paper, edge.weight AS weight, edge.receipts AS receipts
ORDER BY weight DESC, paper
