// The form of a shipped ONNX file that onnxruntime's own tools call dynamically quantised: matrices stay int8, what is
// multiplied with them is made uint8 on every run. They are written in Python; here the same nodes are put into the file
// for each product with a dequantised matrix. The embedding, which is read by row as well, stays as it is.

const GRAPH = 7;
const NODE = 1;
const [INPUT, OUTPUT, OP_TYPE] = [1, 2, 4];
const [ATTRIBUTE, ATTRIBUTE_NAME, ATTRIBUTE_INTEGER, ATTRIBUTE_TYPE] = [5, 1, 3, 20];
const [FLOAT, INTEGER_ATTRIBUTE] = [1, 2];
const [VARINT, BYTES] = [0, 2];
const decoder = new TextDecoder();
const encoder = new TextEncoder();

export function converted(file) {
  const model = fieldsOf(new Uint8Array(file)).map((field) =>
    field.number === GRAPH ? { ...field, value: convertedGraph(field.value) } : field,
  );
  return messageOf(model);
}

function convertedGraph(bytes) {
  const fields = fieldsOf(bytes);
  const nodes = fields.filter(({ number }) => number === NODE).map(({ value }) => nodeOf(value));
  const byOutput = new Map(nodes.map((node) => [node.output, node]));
  const matrixOf = ({ type, inputs }) => {
    const matrix = type === "MatMul" && byOutput.get(inputs[1]);
    return matrix && matrix.type === "DequantizeLinear" ? matrix : undefined;
  };
  const isMatrix = new Set(nodes.map(matrixOf).filter(Boolean));
  const kept = nodes.filter((node) => !isMatrix.has(node));
  const written = kept.flatMap((node) => {
    const matrix = matrixOf(node);
    return matrix ? product(node, matrix) : [node.bytes];
  });
  const rest = fields.filter(({ number }) => number !== NODE);
  return messageOf([...written.map((value) => ({ number: NODE, kind: BYTES, value })), ...rest]);
}

/// The nodes in place of a product with a matrix that has a scale for each of its columns.
function product({ inputs: [left], output }, { inputs: [values, scales] }) {
  const name = (of) => `${output}.${of}`;
  const [whole, scale, zero] = ["left", "left_scale", "left_zero"].map(name);
  return [
    node("DynamicQuantizeLinear", [left], [whole, scale, zero]),
    node("MatMulInteger", [whole, values, zero], [name("integer")]),
    node("Cast", [name("integer")], [name("float")], [toFloat()]),
    node("Mul", [scale, scales], [name("scale")]),
    node("Mul", [name("float"), name("scale")], [output]),
  ];
}

function node(type, inputs, outputs, attributes = []) {
  const text = (number) => (value) => ({ number, kind: BYTES, value: encoder.encode(value) });
  return messageOf([...inputs.map(text(INPUT)), ...outputs.map(text(OUTPUT)), text(OP_TYPE)(type), ...attributes]);
}

/// The attribute of a Cast to f32.
function toFloat() {
  const value = messageOf([
    { number: ATTRIBUTE_NAME, kind: BYTES, value: encoder.encode("to") },
    { number: ATTRIBUTE_INTEGER, kind: VARINT, value: FLOAT },
    { number: ATTRIBUTE_TYPE, kind: VARINT, value: INTEGER_ATTRIBUTE },
  ]);
  return { number: ATTRIBUTE, kind: BYTES, value };
}

function nodeOf(bytes) {
  const fields = fieldsOf(bytes);
  const texts = (number) => fields.filter((field) => field.number === number).map(({ value }) => decoder.decode(value));
  return { bytes, inputs: texts(INPUT), output: texts(OUTPUT)[0], type: texts(OP_TYPE)[0] };
}

/// The fields of a protobuf message, numbers and bytes; these files have no others outside of what is passed on whole.
function fieldsOf(bytes) {
  const fields = [];
  let at = 0;
  const varint = () => {
    let [number, factor] = [0, 1];
    for (;;) {
      const byte = bytes[at++];
      number += (byte & 127) * factor;
      factor *= 128;
      if (!(byte & 128)) return number;
    }
  };
  while (at < bytes.length) {
    const key = varint();
    const [number, kind] = [key >>> 3, key & 7];
    if (kind === VARINT) fields.push({ number, kind, value: varint() });
    else if (kind === BYTES) {
      const length = varint();
      fields.push({ number, kind, value: bytes.subarray(at, (at += length)) });
    } else throw new Error(`the ONNX file has a field of kind ${kind}`);
  }
  return fields;
}

function messageOf(fields) {
  const parts = [];
  for (const { number, kind, value } of fields) {
    parts.push(varintOf(number * 8 + kind));
    if (kind === VARINT) parts.push(varintOf(value));
    else parts.push(varintOf(value.length), value);
  }
  const message = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    message.set(part, at);
    at += part.length;
  }
  return message;
}

function varintOf(number) {
  const bytes = [];
  while (number > 127) {
    bytes.push((number % 128) | 128);
    number = Math.floor(number / 128);
  }
  return [...bytes, number];
}
