/** Lists that are drawn anew often: an item that says the same stays the same element, with its focus and all that is open in it. */

/** @type {WeakMap<Element, {item: any}>} What each element stands for now. */
const slots = new WeakMap();

/**
 * @template Item
 * @param {Item[]} items
 * @param {(item: Item) => unknown} says All that is shown of an item; where it stands in the text is left out.
 * @returns {(Item & {key: string})[]} The items with keys that differ, also where two say the same.
 */
export function keyed(items, says) {
  const seen = new Map();
  return items.map((item) => {
    const said = JSON.stringify(says(item));
    const nth = (seen.get(said) ?? 0) + 1;
    seen.set(said, nth);
    return { ...item, key: nth === 1 ? said : `${said}#${nth}` };
  });
}

/**
 * @template {{key: string}} Item
 * @param {Element} list
 * @param {Item[]} items
 * @param {(item: Item, latest: () => Item) => Element} make An element for an item; `latest` gives, at any time later, the item
 *   that the element then stands for.
 */
export function keepItems(list, items, make) {
  const old = new Map([...list.children].map((node) => [slots.get(node)?.item.key, node]));
  let place = list.firstElementChild;
  for (const item of items) {
    const node = old.get(item.key) ?? newNode(item, make);
    slots.get(node).item = item;
    // What is in its place already is not moved, or it would lose the focus.
    if (node === place) place = place.nextElementSibling;
    else list.insertBefore(node, place);
  }
  const wanted = new Set(items.map((item) => item.key));
  for (const node of [...list.children]) if (!wanted.has(slots.get(node)?.item.key)) node.remove();
}

function newNode(item, make) {
  const slot = { item };
  const node = make(item, () => slot.item);
  slots.set(node, slot);
  return node;
}
