/** What an admin does with people and teams. */

import { request } from "../lib/api.js";
import { byId, counted, el } from "../lib/dom.js";
import { exportMenu } from "../lib/exporting.js";
import { clearFields } from "../lib/fields.js";
import { onSubmit, telling } from "../lib/forms.js";

const one = (person) => `/people/${encodeURIComponent(person.id)}`;

function checks(teams, prefix, chosen) {
  if (!teams.length) return [el("p", { class: "fine" }, "There are no teams yet.")];
  return teams.map((team) => el("label", { class: "check" },
    el("input", { type: "checkbox", name: "teams", value: team.id, id: `${prefix}-${team.id}`, checked: chosen.includes(team.id) }), " ", team.name));
}

function body(form) {
  return {
    name: form.elements.name.value,
    login: form.elements.login.value,
    role: form.elements.role.value,
    teams: [...form.querySelectorAll("input[name=teams]:checked")].map((box) => box.value),
  };
}

function showLink({ person, link }) {
  const days = link.hours > 48 ? counted(link.hours / 24, "day") : counted(link.hours, "hour");
  byId("link-title").textContent = link.kind === "invitation" ? `An invitation for ${person.name}` : `A new password for ${person.name}`;
  byId("link-text").textContent = `It works once, within ${days}. Earlier links do not work any more.`;
  byId("link-address").value = location.origin + link.path;
  byId("link-copy").textContent = "Copy";
  byId("link").showModal();
  byId("link-address").select();
}

async function copy() {
  byId("link-address").select();
  try {
    await navigator.clipboard.writeText(byId("link-address").value);
    byId("link-copy").textContent = "Copied";
  } catch {
    // Without leave to write to the clipboard it stays selected, to be copied by key.
    byId("link-copy").textContent = "Press Ctrl+C";
  }
}

/**
 * @param {(told: string) => Promise<void>} again Shows everything anew and tells what was done.
 * @returns What the rows' buttons do, and `show` for the teams.
 */
export function setUpAdmin(again) {
  let teams = [];
  let changed = null;
  let dissolved = null;
  const dialog = byId("change");

  onSubmit("invite", "invite-problem", async (form) => {
    const invited = await request("POST", "/people", { body: body(form) });
    form.reset();
    await again(`${invited.person.name} is invited`);
    showLink(invited);
  });
  onSubmit("new-team", "team-problem", async (form) => {
    const team = await request("POST", "/teams", { body: { name: form.elements.name.value } });
    form.reset();
    await again(`The team ${team.name} is made`);
  });
  onSubmit("change-form", "change-problem", async (form) => {
    await request("PUT", one(changed), { body: { ...body(form), active: form.elements.active.checked } });
    dialog.close();
    await again(`${form.elements.name.value} is changed`);
  });
  byId("change-cancel").addEventListener("click", () => dialog.close());
  byId("link-copy").addEventListener("click", copy);
  byId("link-close").addEventListener("click", () => byId("link").close());
  byId("dissolve-cancel").addEventListener("click", () => byId("dissolve").close());
  byId("dissolve-go").addEventListener("click", () => telling("dissolve-problem", async () => {
    await request("DELETE", `/teams/${encodeURIComponent(dissolved.id)}`);
    byId("dissolve").close();
    await again(`The team ${dissolved.name} is dissolved`);
  }));

  function rename(team, row) {
    const field = el("input", { type: "text", name: "name", value: team.name, maxlength: 100, "aria-label": `New name of ${team.name}` });
    const form = el("form", { class: "team-rename" }, field, el("button", { type: "submit", class: "small" }, "Save"));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      telling("team-problem", async () => {
        await request("PUT", `/teams/${encodeURIComponent(team.id)}`, { body: { name: field.value } });
        await again(`The team is called ${field.value} now`);
      }, form);
    });
    row.replaceChildren(form);
    field.select();
  }

  function teamRow(team) {
    const row = el("li", { class: "team-row" });
    row.append(
      el("span", {}, el("strong", {}, team.name), " ", el("span", { class: "fine" }, counted(team.members, "person", "people"))),
      el("div", { class: "button-row" },
        exportMenu(`team/${encodeURIComponent(team.id)}`, `the sessions of ${team.name}`),
        el("button", { type: "button", class: "small", onclick: () => rename(team, row), "aria-label": `Rename ${team.name}` }, "Rename"),
        el("button", { type: "button", class: "small", "aria-label": `Dissolve ${team.name}`, onclick: () => {
          dissolved = team;
          byId("dissolve-title").textContent = `Dissolve ${team.name}?`;
          byId("dissolve-problem").replaceChildren();
          byId("dissolve").showModal();
        } }, "Dissolve")));
    return row;
  }

  return {
    show(known) {
      teams = known;
      byId("teams").replaceChildren(...teams.map(teamRow));
      const chosen = [...document.querySelectorAll("#invite-teams input:checked")].map((box) => box.value);
      byId("invite-teams").replaceChildren(...checks(teams, "invite", chosen));
    },
    change(person) {
      changed = person;
      const form = byId("change-form");
      byId("change-title").textContent = person.name;
      byId("change-problem").replaceChildren();
      clearFields(form);
      form.elements.name.value = person.name;
      form.elements.login.value = person.login;
      form.elements.role.value = person.role;
      form.elements.active.checked = person.active;
      byId("change-teams").replaceChildren(...checks(teams, "change", person.teams));
      dialog.showModal();
    },
    link: (person) => telling("people-problem", async () => showLink(await request("POST", `${one(person)}/link`))),
  };
}
