// A small shop with one threat that every test may count on.
export const shop = {
  "shop/model.yaml": [
    "merlon: 1", "id: shop", "title: Shop", "data:", "  order: {title: Order, levels: {confidentiality: confidential}, personal: {subjects: [customers]}}",
    "boundaries:", "  internet: {type: network, trust: untrusted}", "  inside: {type: network, trust: internal}",
    "elements:", "  shopper: {kind: external, type: human.customer, in: internet}", "  web: {kind: process, type: web.application, in: inside}",
    "flows:", "  visit: {from: shopper, to: web, protocol: http, carries: [order], response: []}", "",
  ].join("\n"),
};

export const threat = "plaintext-flow-across-boundary@visit";
