// Treaties that two actors both signed
//
// Every treaty, agreement or memorandum that documents say both actors put their name to, one row
// a sentence about either signature. It does not prove that a treaty was ratified, is in force or
// is kept, nor that both signed on the same day; read the dates and the modality of each row.
//
// @id treaties
// @param a string required The first actor: id, name or alias
// @param b string required The second actor: id, name or alias
// @param limit integer 50 500 Rows at most
// @column treaty string Name of the treaty
// @column treaty_id string Its id
// @column signed date When it was signed, as far as documents say
// @column signatory string Name of the actor whose signature the sentence is about
// @column date date When what is said took place or holds, EDTF
// @column modality string asserted, denied, alleged or hypothetical
// @column asserted_by string Who says so; `document` for its narrator, `unknown` for nobody named
// @column quote string The sentence it rests on
// @column title string Title of the document
// @column url string Address of the document
// @column published_at date When the document was published
// @column document string Id of the document
// @column citation string Id of the citation, to verify it
// @example {"a": "Romania", "b": "Moldova"}
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
MATCH (a)-[:SIGNED]->(t:Treaty)<-[:SIGNED]-(b)
WITH DISTINCT a, b, t
MATCH (actor:Entity)-[r:SIGNED]->(t)
WHERE actor = a OR actor = b
WITH DISTINCT t, actor, r
MATCH (d:Document {id: r.document})
OPTIONAL MATCH (who:Entity {id: r.asserted_by})
RETURN t.name AS treaty, t.id AS treaty_id, coalesce(t.signed, r.date) AS signed,
       actor.name AS signatory,
       r.date AS date, r.modality AS modality, coalesce(who.name, r.asserted_by) AS asserted_by,
       r.quote AS quote, d.title AS title, d.url AS url, d.published_at AS published_at,
       d.id AS document, r.id AS citation
ORDER BY signed, treaty, treaty_id, signatory, published_at, citation
LIMIT $limit
