/* The theme asks for this before it asks its search worker; ours brings its own index. */
var __index = { config: {}, docs: [] };
