// Documents that are no longer the page of a paper.
//
// $rows  {source, target, key}: document, paper
UNWIND $rows AS row
MATCH (:Document {id: row.source})-[about:ABOUT]->(:Entity {id: row.target})
DELETE about
