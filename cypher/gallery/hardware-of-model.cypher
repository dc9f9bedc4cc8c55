// en: Hardware a model was run on or is named with
// zh: 一个模型在哪些硬件上跑过，或与哪些硬件一起提到
// group: company
//
// $model  "model/llama-2"  a model, by its id · 模型的 id
MATCH (:Entity {id: $model})-[met:RUNS_ON|CO_MENTION]-(hardware:Hardware)
RETURN hardware.name AS hardware, type(met) AS relation, met.cue AS cue, met.scope AS scope, met.weight AS weight, hardware.id AS id
ORDER BY relation DESC, weight DESC, id
LIMIT 100
