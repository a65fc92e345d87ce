// Writes a tiny embedding model in the files of a real one, so that tests take the real loading path without a network:
// node scripts/make-tiny-model.ts <folder>
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type TinyModel = {
  /** Words that the model knows whole; it spells all others out in letters. */
  readonly words: readonly string[]
  readonly dimension: number
  /** "onnx/model_quantized.onnx" as the hub names it, or "onnx/model.onnx". */
  readonly file: 'model_quantized' | 'model'
  /** What the graph calls its output; an embedder's is "last_hidden_state". */
  readonly output: string
}

export const tinyModel: TinyModel = { words: [], dimension: 16, file: 'model_quantized', output: 'last_hidden_state' }

/** A folder that transformers.js loads as a BERT embedder; a few kilobytes. The same options give the same bytes. */
export function makeTinyModel(folder: string, options: Partial<TinyModel> = {}): void {
  const { words, dimension, file, output } = { ...tinyModel, ...options }
  const letters = [...'abcdefghijklmnopqrstuvwxyz0123456789']
  const pieces = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', ...letters, ...letters.map((letter) => `##${letter}`)]
  const vocabulary = [...new Set([...pieces, ...words])]
  mkdirSync(join(folder, 'onnx'), { recursive: true })
  const save = (name: string, content: object) => writeFileSync(join(folder, name), JSON.stringify(content))
  save('config.json', { model_type: 'bert', architectures: ['BertModel'], hidden_size: dimension })
  save('tokenizer_config.json', { tokenizer_class: 'BertTokenizer', do_lower_case: true, pad_token: '[PAD]' })
  save('tokenizer.json', describeTokenizer(vocabulary))
  writeFileSync(join(folder, 'onnx', `${file}.onnx`), encodeModel(vocabulary.length, dimension, output))
}

function describeTokenizer(vocabulary: readonly string[]): object {
  const special = vocabulary.slice(0, 4).map((content, id) => ({ id, content, special: true }))
  return {
    version: '1.0',
    added_tokens: special.map((token) => ({
      ...token,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
    })),
    normalizer: { type: 'BertNormalizer', clean_text: true, handle_chinese_chars: true, lowercase: true },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: {
      type: 'TemplateProcessing',
      single: [
        { SpecialToken: { id: '[CLS]', type_id: 0 } },
        { Sequence: { id: 'A', type_id: 0 } },
        { SpecialToken: { id: '[SEP]', type_id: 0 } },
      ],
      special_tokens: {
        '[CLS]': { id: '[CLS]', ids: [2], tokens: ['[CLS]'] },
        '[SEP]': { id: '[SEP]', ids: [3], tokens: ['[SEP]'] },
      },
    },
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(vocabulary.map((piece, id) => [piece, id])),
    },
  }
}

/** Protocol buffers, as far as a model of one node needs them: numbers, and what has a length. */
const varint = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)])
const number = (field: number, value: number): number[] => [...varint(field << 3), ...varint(value)]
const bytes = (field: number, content: Iterable<number>): number[] => {
  const list = [...content]
  return [...varint((field << 3) | 2), ...varint(list.length), ...list]
}
const text = (field: number, content: string): number[] => bytes(field, new TextEncoder().encode(content))

/** Numbers of the fields and types as in onnx.proto. */
const int64 = 7
const float32 = 1

/** output = table[input_ids]: every word has its own direction, whatever stands beside it. */
function encodeModel(rows: number, dimension: number, output: string): Uint8Array {
  const table = Float32Array.from({ length: rows * dimension }, (_, i) => Math.sin(1 + i * i * 0.731))
  const node = [...text(1, 'table'), ...text(1, 'input_ids'), ...text(2, output), ...text(4, 'Gather')]
  const weights = [
    ...number(1, rows),
    ...number(1, dimension),
    ...number(2, float32),
    ...text(8, 'table'),
    ...bytes(9, new Uint8Array(table.buffer)),
  ]
  const inputs = ['input_ids', 'attention_mask', 'token_type_ids']
  const graph = [
    ...bytes(1, node),
    ...text(2, 'tiny'),
    ...bytes(5, weights),
    ...inputs.flatMap((name) => bytes(11, describeTensor(name, int64, ['batch', 'length']))),
    ...bytes(12, describeTensor(output, float32, ['batch', 'length', dimension])),
  ]
  const opset = [...text(1, ''), ...number(2, 13)]
  return Uint8Array.from([...number(1, 8), ...bytes(7, graph), ...bytes(8, opset)])
}

function describeTensor(name: string, type: number, sizes: readonly (string | number)[]): number[] {
  const shape = sizes.flatMap((size) => bytes(1, typeof size === 'number' ? number(1, size) : text(2, size)))
  return [...text(1, name), ...bytes(2, bytes(1, [...number(1, type), ...bytes(2, shape)]))]
}

if (import.meta.main) {
  const [folder] = process.argv.slice(2)
  if (folder === undefined) throw new Error('node scripts/make-tiny-model.ts <folder>')
  makeTinyModel(folder)
}
