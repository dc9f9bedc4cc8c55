// en: Variants of the models, and the words that say so
// zh: 模型的变体，以及原文依据
// group: overview
MATCH (variant:Entity)-[edge:VARIANT_OF]->(model:Model)
RETURN model.name AS model, variant.name AS variant, edge.cue AS cue, edge.support AS support, model.id AS modelId, variant.id AS id
ORDER BY modelId, id
LIMIT 200
