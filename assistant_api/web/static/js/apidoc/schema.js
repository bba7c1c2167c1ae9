/** JSON schemas in short: each field with its type and meaning; named shapes as links. */

import { el } from "../lib/dom.js";

/** @param {any} root The OpenAPI document. @returns {(node: any) => any} Follows a `$ref` one step. */
export function resolver(root) {
  return (node) => {
    if (!node?.$ref) return node;
    return node.$ref.replace(/^#\//, "").split("/").reduce((at, key) => at?.[key.replaceAll("~1", "/").replaceAll("~0", "~")], root);
  };
}

function typeName(schema) {
  if (!schema) return "anything";
  if (schema.$ref) {
    const name = schema.$ref.split("/").pop();
    return el("a", { href: `#schema-${name}` }, name);
  }
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if ("const" in schema) return JSON.stringify(schema.const);
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return options.map((option, index) => [index > 0 && " or ", typeName(option)]);
  if (schema.type === "array") return ["list of ", typeName(schema.items)];
  if (Array.isArray(schema.type)) return schema.type.join(" or ");
  return schema.format ? `${schema.type} (${schema.format})` : schema.type ?? "anything";
}

/** @param {any} schema @param {(node: any) => any} look @returns {HTMLElement} */
export function schemaView(schema, look) {
  if (schema.$ref) return el("p", {}, typeName(schema));
  const fields = Object.entries(schema.properties ?? {});
  const required = new Set(schema.required ?? []);
  return el(
    "div",
    { class: "schema" },
    schema.description && el("p", {}, schema.description),
    fields.length
      ? el("dl", {}, fields.map(([name, field]) =>
          el("div", {},
            el("dt", {}, el("code", {}, name), " ", el("span", { class: "fine" }, typeName(field), required.has(name) ? "" : ", optional")),
            el("dd", {}, field.description ?? look(field)?.description ?? ""))))
      : el("p", { class: "fine" }, typeName(schema)),
  );
}
