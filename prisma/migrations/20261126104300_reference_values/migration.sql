-- CreateTable
CREATE TABLE "reference_values" (
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "value" JSONB NOT NULL,
    "act" TEXT NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "reference_values_pkey" PRIMARY KEY ("kind","subject","valid_from")
);

-- ——— What the schema language cannot say ———

ALTER TABLE reference_values
    ADD CONSTRAINT reference_values_kind_check CHECK (kind ~ '^[a-z_]+$'),
    ADD CONSTRAINT reference_values_value_check CHECK (jsonb_typeof(value) = 'object'),
    ADD CONSTRAINT reference_values_act_check CHECK (act <> '');

-- A city's own prices move with it; those of the files are the same rows and are found in place.
INSERT INTO reference_values (kind, subject, valid_from, value, act, recorded_by)
SELECT 'tariff', service || ' ' || consumer_group, valid_from,
    jsonb_build_object(
        'service', service,
        'consumerGroup', consumer_group,
        'priceKopecks', price_kopecks,
        'includesVat', consumer_group = 'residents'
    ),
    act, 'system'
FROM tariffs;

-- DropTable
DROP TABLE "tariffs";
