/** Names that people read for what the API knows by an id. */

const CHANNELS = { chat: "Chat", email: "E-mail", social: "Social media", form: "Web form", phone: "Phone" };
const TOUCHPOINTS = { before: "Before buying", during: "While buying", after: "After buying", unexpected: "The unexpected" };

/** @param {string} id @returns {string} */
export const channelName = (id) => CHANNELS[id] ?? id;

/** @param {string} id @returns {string} */
export const touchpointName = (id) => TOUCHPOINTS[id] ?? id;

/** The order in which people think of them. */
export const ORDERS = { channel: Object.keys(CHANNELS), touchpoint: Object.keys(TOUCHPOINTS), difficulty: ["1", "2", "3", "4", "5"] };
