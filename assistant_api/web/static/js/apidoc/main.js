/** The API's OpenAPI document, laid out for reading. */

import { get } from "../lib/api.js";
import { Retrier } from "../lib/backoff.js";
import { byId, el } from "../lib/dom.js";
import { loadInto } from "../lib/notice.js";
import { resolver, schemaView } from "./schema.js";

const METHODS = ["get", "post", "put", "patch", "delete"];

function content(body, look) {
  return Object.entries(look(body)?.content ?? {}).map(([type, media]) => [
    el("p", { class: "fine" }, el("code", {}, type)),
    media.schema && schemaView(media.schema, look),
    media.example !== undefined && example(media.example),
  ]);
}

function example(value) {
  const text = el("pre", { tabindex: 0, role: "region", "aria-label": "Example" }, JSON.stringify(value, null, 2));
  return el("details", {}, el("summary", {}, "Example"), text);
}

function parameters(list, look) {
  if (!list?.length) return null;
  return [
    el("h3", {}, "Parameters"),
    el("ul", {}, list.map((each) => {
      const parameter = look(each);
      return el("li", {}, el("code", {}, parameter.name), ` (${parameter.in}${parameter.required ? ", required" : ""}) `, parameter.description);
    })),
  ];
}

function responses(table, look) {
  return [
    el("h3", {}, "Answers"),
    Object.entries(table ?? {}).map(([status, each]) => {
      const response = look(each);
      const parts = content(response, look);
      return parts.length
        ? el("details", { class: "answer" }, el("summary", {}, el("code", {}, status), ` ${response.description ?? ""}`), parts)
        : el("p", { class: "answer" }, el("code", {}, status), ` ${response.description ?? ""}`);
    }),
  ];
}

function operation(path, method, item, look) {
  const task = item[method];
  return el(
    "details",
    { class: `operation method-${method}`, id: task.operationId },
    el("summary", {}, el("span", { class: "method" }, method.toUpperCase()), " ", el("code", {}, path), " ", el("span", { class: "operation-title" }, task.summary)),
    el("div", { class: "operation-body" },
      task.description && el("p", {}, task.description),
      parameters([...(item.parameters ?? []), ...(task.parameters ?? [])], look),
      task.requestBody && [el("h3", {}, "Body"), content(task.requestBody, look)],
      responses(task.responses, look)),
  );
}

async function load() {
  const document_ = await get("/openapi.json");
  const look = resolver(document_);
  const schemas = Object.entries(document_.components?.schemas ?? {});
  byId("apidoc").replaceChildren(
    el("p", {}, el("strong", {}, document_.info.title), `, version ${document_.info.version}. `, document_.info.description),
    el("section", { "aria-labelledby": "operations-title" },
      el("h2", { id: "operations-title" }, "What you can ask"),
      Object.entries(document_.paths).map(([path, item]) =>
        METHODS.filter((method) => method in item).map((method) => operation(path, method, item, look)))),
    schemas.length > 0 && el("section", { "aria-labelledby": "schemas-title" },
      el("h2", { id: "schemas-title" }, "Shapes"),
      el("div", { class: "shapes" }, schemas.map(([name, schema]) => el("details", { class: "operation", id: `schema-${name}` },
        el("summary", {}, el("code", {}, name)), el("div", { class: "operation-body" }, schemaView(schema, look)))))),
  );
  byId("apidoc").setAttribute("aria-busy", "false");
  openAimed();
}

/** A link to a shape unfolds it. */
function openAimed() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target instanceof HTMLDetailsElement) {
    target.open = true;
    target.scrollIntoView({ block: "start" });
  }
}

addEventListener("hashchange", openAimed);
byId("apidoc").before(el("div", { id: "apidoc-problem" }));
const retrier = new Retrier(() => loadInto(byId("apidoc-problem"), load, retrier));
retrier.now();
