package io.conductatlas.delivery;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** What waits in the outbox to be told. */
record OutboxRow(
        long position,
        String topic,
        String key,
        String partitionKey,
        Map<String, String> headers,
        String payload,
        @Nullable String traceparent,
        Instant createdAt) {

    static OutboxRow read(ResultSet row) throws SQLException {
        return new OutboxRow(
                row.getLong("position"),
                row.getString("topic"),
                row.getString("record_key"),
                row.getString("partition_key"),
                EventJson.readHeaders(row.getString("headers")),
                row.getString("payload"),
                row.getString("traceparent"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    ProducerRecord<byte[], byte[]> recordFor(int partition) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, partition, utf8(key), utf8(payload));
        headers.forEach((name, value) -> record.headers().add(name, utf8(value)));
        if (traceparent != null) {
            record.headers().add(EventHeaders.TRACE_PARENT, utf8(traceparent));
        }
        return record;
    }

    byte[] partitionKeyBytes() {
        return utf8(partitionKey);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
