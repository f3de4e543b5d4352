// Reads an export with a reader of another house and prints what it found as JSON: node read.js FORM FILE.
// RDF comes out as N-Quads lines, a graph as its attributes, nodes and edges, Cypher as statements and complaints.
import { readFileSync } from "node:fs";

const [form, file] = process.argv.slice(2);
const text = readFileSync(file, "utf8");

const readers = {
  turtle: () => n3("text/turtle"),
  trig: () => n3("application/trig"),
  nquads: () => n3("application/n-quads"),
  ntriples: () => n3("application/n-triples"),
  rdfxml, jsonld, graphml, gexf, cytoscape, neo4j,
};

async function written(quads) {
  const { Writer } = await import("n3");
  const writer = new Writer({ format: "application/n-quads" });
  return quads.map((quad) => writer.quadToString(quad.subject, quad.predicate, quad.object, quad.graph));
}

async function n3(format) {
  const { Parser } = await import("n3");
  return written(new Parser({ format }).parse(text));
}

async function rdfxml() {
  const { RdfXmlParser } = await import("rdfxml-streaming-parser");
  const parser = new RdfXmlParser();
  const quads = [];
  const done = new Promise((resolve, reject) => parser.on("data", (quad) => quads.push(quad)).on("error", reject).on("end", resolve));
  parser.write(text);
  parser.end();
  await done;
  return written(quads);
}

async function jsonld() {
  const { default: reader } = await import("jsonld");
  const lines = await reader.toRDF(JSON.parse(text), { format: "application/n-quads" });
  return lines.split("\n").filter(Boolean);
}

async function graphology(name) {
  const { default: reader } = await import(name);
  const { MultiDirectedGraph } = await import("graphology");
  const graph = reader.parse(MultiDirectedGraph, text, { addMissingNodes: false });
  return {
    attributes: graph.getAttributes(),
    nodes: graph.mapNodes((id, data) => ({ id, ...data })),
    edges: graph.mapEdges((id, data, source, target) => ({ ...data, id, source, target })),
  };
}

function graphml() {
  globalThis.DOMParser = undefined;
  return graphology("graphology-graphml");
}

function gexf() {
  return graphology("graphology-gexf");
}

async function cytoscape() {
  const { default: reader } = await import("cytoscape");
  const given = JSON.parse(text);
  const graph = reader({ headless: true, elements: given.elements });
  return {
    attributes: given.data,
    nodes: graph.nodes().map((node) => node.data()),
    edges: graph.edges().map((edge) => edge.data()),
  };
}

async function neo4j() {
  const neo = await import("@neo4j-cypher/language-support");
  return { complaints: neo.lintCypherQuery(text, {}), statements: neo.parseStatementsStrs(text) };
}

console.log(JSON.stringify(await readers[form]()));
