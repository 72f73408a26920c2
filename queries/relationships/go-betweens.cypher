// Actors that join two others
//
// Everyone who stands in a cited relation to both actors, those with the most sentences to their
// weaker side first; one row for each side, with one of its sentences. It does not prove that the
// one in the middle passes anything on: two relations of different kinds and years can meet in one
// name, and large states join almost everybody.
//
// @id go-betweens
// @param a string required The first actor: id, name or alias
// @param b string required The second actor: id, name or alias
// @param limit integer 40 200 Rows at most, two for each actor in the middle
// @column between string Name of the actor in the middle
// @column between_id string Its id
// @column source string Name of the one the relation starts from
// @column relationship string Type of the relation
// @column target string Name of the one it points to
// @column sentences integer How many sentences tie this side
// @column date date When what is said took place or holds, EDTF
// @column modality string asserted, denied, alleged or hypothetical
// @column asserted_by string Who says so; `document` for its narrator, `unknown` for nobody named
// @column quote string The sentence it rests on
// @column title string Title of the document
// @column url string Address of the document
// @column published_at date When the document was published
// @column document string Id of the document
// @column citation string Id of the citation, to verify it
// @example {"a": "Iran", "b": "Ukraine"}
CALL () {
  // By id, else by name: the index finds its words, and the whole of it is compared.
  MATCH (a:Entity {id: $a})
  RETURN a
  UNION
  MATCH (a:Entity {name: $a})
  RETURN a
  UNION
  WITH '"' + replace(replace($a, '\\', ' '), '"', ' ') + '"' AS words
  CALL db.index.fulltext.queryNodes('search', 'name:' + words + ' OR aliases:' + words)
  YIELD node AS a
  WHERE a:Entity
    AND (toLower(a.name) = toLower($a)
         OR any(alias IN a.aliases WHERE toLower(alias) = toLower($a)))
  RETURN a
}
CALL () {
  MATCH (b:Entity {id: $b})
  RETURN b
  UNION
  MATCH (b:Entity {name: $b})
  RETURN b
  UNION
  WITH '"' + replace(replace($b, '\\', ' '), '"', ' ') + '"' AS words
  CALL db.index.fulltext.queryNodes('search', 'name:' + words + ' OR aliases:' + words)
  YIELD node AS b
  WHERE b:Entity
    AND (toLower(b.name) = toLower($b)
         OR any(alias IN b.aliases WHERE toLower(alias) = toLower($b)))
  RETURN b
}
// Bounding the pairs first, and joining names rather than sentences, keeps busy actors affordable.
WITH a, b
ORDER BY a.id, b.id
LIMIT 9
MATCH (a)-[edge]-(between:Actor)
WHERE edge.quote IS NOT NULL AND between <> b AND between <> a
WITH a, b, between, collect(edge) AS left_edges
MATCH (b)-[edge]-(between)
WHERE edge.quote IS NOT NULL
WITH between, left_edges, collect(edge) AS right_edges
WITH between, [left_edges, right_edges] AS sides,
     CASE WHEN size(left_edges) < size(right_edges)
          THEN size(left_edges) ELSE size(right_edges) END AS strength
UNWIND [0, 1] AS side
UNWIND sides[side] AS edge
WITH between, strength, side, edge
ORDER BY edge.modality, edge.published_at, edge.id
WITH between, strength, side, collect(edge) AS edges
WITH between, strength, side, head(edges) AS r, size(edges) AS sentences
MATCH (d:Document {id: r.document})
OPTIONAL MATCH (who:Entity {id: r.asserted_by})
RETURN between.name AS between, between.id AS between_id,
       startNode(r).name AS source, type(r) AS relationship, endNode(r).name AS target, sentences,
       r.date AS date, r.modality AS modality, coalesce(who.name, r.asserted_by) AS asserted_by,
       r.quote AS quote, d.title AS title, d.url AS url, d.published_at AS published_at,
       d.id AS document, r.id AS citation
ORDER BY strength DESC, between, between_id, side
LIMIT $limit
