// What changed between two dates
//
// Relations that begin within a period, or are published in it where they carry no date of their
// own, each compared with what had been said before: `new` where no earlier sentence ties the two
// in this way, `again` where one does with the same modality, `turned` where the modality is
// another one, such as denied and then asserted. It does not prove that anything changed in the
// world: `new` means new to this collection.
//
// @id changes
// @param since date required First day, month or year of the period
// @param until date required Last day, month or year of the period
// @param actor string null One side: id, name or alias; everybody when left out
// @param limit integer 50 500 Rows at most
// @column change string new, again or turned
// @column before string Modality of the latest earlier sentence, if there is one
// @column source string Name of the one the relation starts from
// @column relationship string Type of the relation
// @column target string Name of the one it points to
// @column date date When what is said took place or holds, EDTF
// @column modality string asserted, denied, alleged or hypothetical
// @column asserted_by string Who says so; `document` for its narrator, `unknown` for nobody named
// @column quote string The sentence it rests on
// @column title string Title of the document
// @column url string Address of the document
// @column published_at date When the document was published
// @column document string Id of the document
// @column citation string Id of the citation, to verify it
// @example {"since": "2025-01", "until": "2025-12", "actor": "Belarus"}
CALL () {
  WITH 1 AS everybody
  WHERE $actor IS NULL
  MATCH (:Entity)-[r]->(:Entity)
  RETURN r
  UNION
  MATCH (:Entity {id: $actor})-[r]-(:Entity)
  RETURN r
  UNION
  MATCH (:Entity {name: $actor})-[r]-(:Entity)
  RETURN r
  UNION
  // By name: the index finds its words, and the whole of it is compared.
  WITH '"' + replace(replace(coalesce($actor, ''), '\\', ' '), '"', ' ') + '"' AS words
  CALL db.index.fulltext.queryNodes('search', 'name:' + words + ' OR aliases:' + words)
  YIELD node AS a
  WHERE a:Entity
    AND (toLower(a.name) = toLower($actor)
         OR any(alias IN a.aliases WHERE toLower(alias) = toLower($actor)))
  MATCH (a)-[r]-(:Entity)
  RETURN r
}
WITH startNode(r) AS s, endNode(r) AS t, r
WHERE r.quote IS NOT NULL
// What counts is when a relation begins; seasons of EDTF (21 to 24) stand for their three northern
// months, winter for the whole year, since it may lie at either end.
WITH s, t, r, coalesce(r.date, left(r.published_at, 10)) AS dated
WITH s, t, r, split(replace(replace(dated, '~', ''), '?', ''), '/') AS span
WITH s, t, r,
     coalesce(left(span[0], 4)
              + {s21: '-03', s22: '-06', s23: '-09', s24: '-01'}['s' + substring(span[0], 5, 2)],
              replace(span[0], 'X', '0')) AS begins,
     coalesce(left(span[0], 4)
              + {s21: '-05', s22: '-08', s23: '-11', s24: '-12'}['s' + substring(span[0], 5, 2)],
              replace(span[0], 'X', '9')) AS begins_by
WHERE begins <= $until + '~' AND begins_by + '~' >= $since
OPTIONAL CALL (s, t, r, begins) {
  MATCH (s)-[other]->(t)
  WHERE type(other) = type(r) AND other.id <> r.id
  WITH other, begins, coalesce(other.date, left(other.published_at, 10)) AS dated
  WITH other, begins, split(replace(replace(dated, '~', ''), '?', ''), '/') AS span
  WITH other, begins,
       coalesce(left(span[0], 4)
                + {s21: '-03', s22: '-06', s23: '-09', s24: '-01'}['s' + substring(span[0], 5, 2)],
                replace(span[0], 'X', '0')) AS began
  WHERE began < begins
  RETURN other.modality AS before
  ORDER BY began DESC, other.id
  LIMIT 1
}
MATCH (d:Document {id: r.document})
OPTIONAL MATCH (who:Entity {id: r.asserted_by})
RETURN CASE WHEN before IS NULL THEN 'new' WHEN before = r.modality THEN 'again'
            ELSE 'turned' END AS change,
       before, s.name AS source, type(r) AS relationship, t.name AS target,
       r.date AS date, r.modality AS modality, coalesce(who.name, r.asserted_by) AS asserted_by,
       r.quote AS quote, d.title AS title, d.url AS url, d.published_at AS published_at,
       d.id AS document, r.id AS citation
ORDER BY begins, source, relationship, target, citation
LIMIT $limit
