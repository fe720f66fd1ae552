// Follows the glue of wasm-bindgen. The first message is the compiled module; starting it replaces this handler.
self.onmessage = ({ data: module }) => wasm_bindgen.initSync({ module });
