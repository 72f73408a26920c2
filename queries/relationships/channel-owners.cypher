// Who runs or owns a channel
//
// People and bodies that documents name as running, editing or owning channels, outlets and blogs,
// of one channel, of one owner, or all. It does not prove who pays or gives orders: owners on
// paper, administrators and authors are different people, and a channel without a row is not
// independent, only unexplained here.
//
// @id channel-owners
// @param channel string null The channel: id, name, alias or handle; all when left out
// @param owner string null The owner or administrator: id, name or alias; anybody when left out
// @param limit integer 50 500 Rows at most
// @column owner string Name of the one who runs or owns it
// @column owner_id string Their id
// @column relationship string RUNS or OWNS
// @column channel string Name of the channel
// @column channel_id string Its id
// @column anonymous boolean Whether no document names the channel
// @column date date When what is said took place or holds, EDTF
// @column modality string asserted, denied, alleged or hypothetical
// @column asserted_by string Who says so; `document` for its narrator, `unknown` for nobody named
// @column quote string The sentence it rests on
// @column title string Title of the document
// @column url string Address of the document
// @column published_at date When the document was published
// @column document string Id of the document
// @column citation string Id of the citation, to verify it
// @example {"channel": "Dniester Post"}
CALL () {
  WITH 1 AS everybody
  WHERE $channel IS NULL AND $owner IS NULL
  MATCH (:Entity)-[r:RUNS|OWNS]->(:Channel)
  RETURN r
  UNION ALL
  CALL () {
    // By id, else by name: the index finds its words, and the whole of it is compared.
    MATCH (c:Entity:Channel {id: $channel})
    RETURN c
    UNION
    MATCH (c:Entity:Channel {name: $channel})
    RETURN c
    UNION
    WITH '"' + replace(replace(coalesce($channel, ''), '\\', ' '), '"', ' ') + '"' AS words
    CALL db.index.fulltext.queryNodes('search',
      'name:' + words + ' OR aliases:' + words + ' OR handle:' + words)
    YIELD node AS c
    WHERE c:Channel
      AND (toLower(c.name) = toLower($channel) OR toLower(c.handle) = toLower($channel)
           OR any(alias IN c.aliases WHERE toLower(alias) = toLower($channel)))
    RETURN c
  }
  MATCH (a:Entity)-[r:RUNS|OWNS]->(c)
  WHERE $owner IS NULL OR a.id = $owner OR toLower(a.name) = toLower($owner)
     OR any(alias IN a.aliases WHERE toLower(alias) = toLower($owner))
  RETURN r
  UNION ALL
  CALL () {
    // By id, else by name: the index finds its words, and the whole of it is compared.
    MATCH (a:Entity {id: $owner})
    RETURN a
    UNION
    MATCH (a:Entity {name: $owner})
    RETURN a
    UNION
    WITH '"' + replace(replace(coalesce($owner, ''), '\\', ' '), '"', ' ') + '"' AS words
    CALL db.index.fulltext.queryNodes('search', 'name:' + words + ' OR aliases:' + words)
    YIELD node AS a
    WHERE a:Entity
      AND (toLower(a.name) = toLower($owner)
           OR any(alias IN a.aliases WHERE toLower(alias) = toLower($owner)))
    RETURN a
  }
  MATCH (a)-[r:RUNS|OWNS]->(:Channel)
  WHERE $channel IS NULL
  RETURN r
}
// Only what orders the rows is read of all of them, the rest of those that are shown.
WITH r, startNode(r).name AS owner, endNode(r) AS c, type(r) AS relationship,
     r.published_at AS published, r.id AS id
WITH r, owner, startNode(r).id AS owner_id, relationship, c, c.name AS channel,
     c.id AS channel_id, published, id
ORDER BY channel, channel_id, owner, relationship, published, id
LIMIT $limit
MATCH (d:Document {id: r.document})
OPTIONAL MATCH (who:Entity {id: r.asserted_by})
RETURN owner, owner_id, relationship,
       channel, channel_id, coalesce(c.anonymous, false) AS anonymous,
       r.date AS date, r.modality AS modality, coalesce(who.name, r.asserted_by) AS asserted_by,
       r.quote AS quote, d.title AS title, d.url AS url, d.published_at AS published_at,
       d.id AS document, r.id AS citation
ORDER BY channel, channel_id, owner, relationship, published_at, citation
LIMIT $limit
