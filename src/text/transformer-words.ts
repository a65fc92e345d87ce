// What is said of the third judge: nothing where all is as the office wants it, else what it does or lacks.
import type { InterfaceLanguage } from '../model/language.ts'
import type { TransformerFailure, TransformerStatus } from '../model/transformer.ts'

type Row = Readonly<Record<InterfaceLanguage, string>>

const reasons: Readonly<Record<TransformerFailure, Row>> = {
  library_missing: {
    vi: 'chưa cài @huggingface/transformers (cài lại, không dùng --omit=optional)',
    en: '@huggingface/transformers is not installed (install again without --omit=optional)',
  },
  files_missing: {
    vi: 'thư mục mô hình thiếu config.json, tokenizer.json, tokenizer_config.json hoặc onnx/model_quantized.onnx',
    en: 'the model’s folder lacks config.json, tokenizer.json, tokenizer_config.json or onnx/model_quantized.onnx',
  },
  not_downloaded: {
    vi: 'không tải được mô hình từ kho mô hình; kiểm tra mạng và tên mô hình',
    en: 'the model could not be downloaded from the model hub; check the network and its name',
  },
  broken_model: {
    vi: 'tệp mô hình hỏng hoặc không đọc được; chép lại mô hình',
    en: 'the model’s files are broken or cannot be read; copy them again',
  },
  wrong_output: {
    vi: 'mô hình không cho ra véc-tơ của văn bản; chọn mô hình nhúng (feature extraction)',
    en: 'the model gives no embedding; choose one for feature extraction',
  },
  ended: {
    vi: 'tiến trình của mô hình tự dừng nhiều lần, có thể do thiếu bộ nhớ',
    en: 'its process ended again and again, perhaps for lack of memory',
  },
  too_slow: {
    vi: 'máy này chạy mô hình quá chậm (transformer.secondsPerItem)',
    en: 'this machine is too slow for it (transformer.secondsPerItem)',
  },
  not_fitted: {
    vi: 'chưa khớp được với các ví dụ; chạy langnghe models fit',
    en: 'it has not been fitted on the examples; run langnghe models fit',
  },
  no_gain: {
    vi: 'trên các ví dụ để riêng, nó không giúp gắn nhãn tốt hơn; chọn mô hình khác hoặc xem lại transformer.prefix',
    en: 'on the examples kept back it does not help; choose another model, or look at transformer.prefix',
  },
}

/** One line for people; null where it is on, or where nobody has asked for it. */
export function explainTransformer(status: TransformerStatus, language: InterfaceLanguage): string | null {
  const isVietnamese = language === 'vi'
  if (status.state === 'failed') {
    const { reason, figures } = status
    const measured = figures ? ` (micro-F1 ${figures.without} → ${figures.with})` : ''
    return `${isVietnamese ? 'Transformer tắt' : 'Transformer off'}: ${reasons[reason][language]}${measured}`
  }
  if (status.state === 'fitting') {
    const percent = `${Math.floor(100 * status.share)} %`
    return isVietnamese
      ? `Transformer đang học từ ví dụ: ${percent}`
      : `The transformer learns from examples: ${percent}`
  }
  if (status.state === 'starting') return isVietnamese ? 'Transformer đang khởi động' : 'The transformer is starting'
  return null
}
