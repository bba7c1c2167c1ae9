/** A helpdesk as the widget meets it: tickets, a conversation, a reply box. It knows nothing of the widget. */

import { byId, el } from "../lib/dom.js";

const TICKETS = [
  {
    who: "Priya Nair",
    subject: "Cracked jug, second time",
    message:
      "This is the second blender you have sent me with a cracked jug. The first one arrived on 3 November, the replacement came yesterday, order LF-20817, and it leaks all over the counter. I paid £64 and it was meant for my sister's birthday on Saturday. I am fed up with wrapping things up and queueing at the post office. What are you going to do about it?",
    draft:
      "Dear Customer,\n\nWe apologise for any inconvenience caused. As per our policy, opened items cannot be refunded after 14 days. You should have checked the jug when it arrived. Please contact the courier. We will look into it and get back to you soon.",
  },
  {
    who: "Tom Okafor",
    subject: "Charged twice for one sofa",
    message:
      "hi, you took 389 pounds from my card TWICE on friday for the same sofa and now my rent has bounced. ive been on hold for 40 minutes and nobody picks up. i need that money back today",
    draft: "",
  },
  {
    who: "Marion Leclerc",
    subject: "Is the oak shelf treated?",
    message: "Hello, could you tell me whether the oak shelf (item 5521) is treated with oil or lacquer? I would like to hang it in the bathroom. Thank you, Marion",
    draft: "",
  },
].map((ticket) => ({ ...ticket, sent: /** @type {string[]} */ ([]) }));

let open = TICKETS[0];

function show(ticket) {
  open = ticket;
  byId("subject").textContent = ticket.subject;
  byId("talk").replaceChildren(
    el("li", {}, el("p", { class: "who" }, ticket.who), el("p", { class: "message-customer" }, ticket.message)),
    ...ticket.sent.map((text) => el("li", { class: "sent" }, el("p", { class: "who" }, "You"), el("p", {}, text))),
  );
  byId("tickets").replaceChildren(
    ...TICKETS.map((one) =>
      el("li", {}, el("button", { type: "button", "aria-current": String(one === ticket), onclick: () => turnTo(one) }, el("span", {}, one.who), el("br"), one.subject)),
    ),
  );
  byId("reply").value = ticket.draft;
  // As a helpdesk that fills its own box does: those who listen to it are told.
  byId("reply").dispatchEvent(new InputEvent("input", { bubbles: true }));
}

function turnTo(ticket) {
  byId("said").textContent = "";
  show(ticket);
}

byId("reply").addEventListener("input", () => {
  open.draft = byId("reply").value;
});
byId("answer").addEventListener("submit", (event) => {
  event.preventDefault();
  if (!open.draft.trim()) {
    byId("said").textContent = "Write a reply first.";
    return;
  }
  open.sent.push(open.draft);
  open.draft = "";
  show(open);
  byId("said").textContent = "Sent, in the demo only.";
  byId("reply").focus();
});
show(open);
