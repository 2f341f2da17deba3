import { AcquirerName } from '@rodnik/contract/payment-rules'
import * as z from 'zod'

/** How people may pay at an acquirer, as its contract says. */
const methods = z.enum(['card', 'sbp', 'card,sbp'])

/** Every variable the API reads; .env.example explains each. Parsed once, at start. */
const Env = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** The address people open; decides cookie names, links and the accepted origin. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  METRICS_HOST: z.string().min(1).default('127.0.0.1'),
  METRICS_PORT: z.coerce.number().int().min(0).max(65_535).default(9464),
  SESSION_SECRET: z.string().min(32, 'at least 32 characters, e.g. from `openssl rand -base64 48`'),
  STATIC_DIR: z.string().min(1).optional(),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(100).default(8),
  TRUST_PROXY: z
    .string()
    .default('')
    .transform((list) => list.split(',').flatMap((part) => part.trim() || [])),
  /** After SIGTERM, how long readiness says no before the listener closes: the balancer's check interval. */
  DRAIN_MS: z.coerce.number().int().min(0).max(20_000).default(0),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** Entry by Gosuslugi: oidc with a gateway, esia for the direct protocol; without it the entry is off. */
  ESIA_DRIVER: z.enum(['oidc', 'esia']).optional(),
  ESIA_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  ESIA_CLIENT_ID: z.string().min(1).max(200).optional(),
  ESIA_CLIENT_SECRET: z.string().min(1).max(1000).optional(),
  ESIA_CLIENT_AUTH: z.enum(['client_secret_basic', 'client_secret_post']).default('client_secret_basic'),
  ESIA_HOST: z.url({ protocol: /^https?$/ }).default('https://esia.gosuslugi.ru'),
  ESIA_CERTIFICATES: z.string().min(1).optional(),
  ESIA_CERTIFICATE_HASH: z
    .string()
    .regex(/^[0-9A-Fa-f]{64}$/, '64 hexadecimal digits')
    .optional(),
  ESIA_SIGN_COMMAND: z.string().min(1).optional(),
  ESIA_SIGN_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Who takes new payments; several may be set up, because earlier payments stay with theirs. */
  ACQUIRER: z.enum(AcquirerName.options).optional(),
  SBER_URL: z.url({ protocol: /^https?$/ }).default('https://ecommerce.sberbank.ru/ecomm/gw/partner/api/v1'),
  SBER_USER: z.string().min(1).max(30).optional(),
  SBER_PASSWORD: z.string().min(1).max(30).optional(),
  SBER_METHODS: methods.default('card,sbp'),
  SBER_CALLBACK_KEY: z.string().min(1).max(1000).optional(),
  SBER_CALLBACK_CERTIFICATE: z.string().min(1).optional(),
  SBER_CA_FILE: z.string().min(1).optional(),
  RBS_URL: z.url({ protocol: /^https?$/ }).optional(),
  RBS_USER: z.string().min(1).max(30).optional(),
  RBS_PASSWORD: z.string().min(1).max(30).optional(),
  RBS_METHODS: methods.default('card'),
  RBS_CALLBACK_KEY: z.string().min(1).max(1000).optional(),
  RBS_CALLBACK_CERTIFICATE: z.string().min(1).optional(),
  RBS_CA_FILE: z.string().min(1).optional(),
  YOOKASSA_URL: z.url({ protocol: /^https?$/ }).default('https://api.yookassa.ru/v3'),
  YOOKASSA_SHOP_ID: z.string().min(1).max(100).optional(),
  YOOKASSA_SECRET_KEY: z.string().min(1).max(200).optional(),
  YOOKASSA_METHODS: methods.default('card,sbp'),
  YOOKASSA_CA_FILE: z.string().min(1).optional(),
  /** Where files are kept: in this folder, or in a bucket once S3_ENDPOINT is set. */
  FILES_DIR: z.string().min(1).default('.data/files'),
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_REGION: z.string().min(1).max(100).default('us-east-1'),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'the name of a bucket')
    .optional(),
  S3_ACCESS_KEY_ID: z.string().min(1).max(200).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).max(200).optional(),
  CONTRACT_VALIDATION: z.enum(['compiled', 'plain']).default('compiled'),
  /** Where the worker hands letters over. Without it they wait in the outbox. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.email().optional(),
  /** Where the worker takes returned letters, and the domain whose MX leads there. */
  MAIL_BOUNCES_LISTEN: z
    .string()
    .regex(/^[\w.-]+:\d{1,5}$/, 'an address and a port, such as 0.0.0.0:25')
    .optional(),
  MAIL_BOUNCES_DOMAIN: z.hostname().optional(),
})

type Parsed = z.infer<typeof Env>

export type Env = Omit<Parsed, 'PUBLIC_URL' | 'MAIL_FROM'> & { PUBLIC_URL: string; MAIL_FROM: string }

/** @throws Error that names each bad variable and what is wrong with it, but never its value. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = Env.safeParse(filled)
  if (parsed.success) return withDefaults(parsed.data)
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`These environment variables need attention (see .env.example):\n${lines.join('\n')}`)
}

function withDefaults(env: Parsed): Env {
  const PUBLIC_URL = env.PUBLIC_URL ?? `http://localhost:${env.PORT}`
  return { ...env, PUBLIC_URL, MAIL_FROM: env.MAIL_FROM ?? `no-reply@${new URL(PUBLIC_URL).hostname}` }
}
