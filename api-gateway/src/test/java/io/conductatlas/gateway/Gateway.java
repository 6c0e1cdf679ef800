package io.conductatlas.gateway;

import static io.restassured.RestAssured.given;

import io.agroal.api.AgroalDataSource;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The gateway as its callers see it, and what it has stored. */
@ApplicationScoped
class Gateway {

    static final String STAFF_KEY = "tests-staff-key-0123456789abcdef";
    static final String PROBLEM = "application/problem+json";

    /** What nobody but the API writes, so that nothing is added meanwhile; whatever staff do stands in the log. */
    private static final List<String> WRITTEN_BY_THE_API =
            List.of("subscriber", "api_key", "subscription", "webhook_endpoint", "audit", "outbox");

    /** Consumers write these too, whenever an event comes. */
    private static final List<String> WRITTEN_BY_CONSUMERS_TOO = List.of("platform", "document", "source_revision");

    private final AgroalDataSource database;

    Gateway(AgroalDataSource database) {
        this.database = database;
    }

    static RequestSpecification as(String key) {
        return given().header("Authorization", "Bearer " + key).contentType(ContentType.JSON);
    }

    static RequestSpecification asStaff() {
        return as(STAFF_KEY);
    }

    /** A new subscriber's key. */
    static String subscriber(String plan) {
        return asStaff()
                .body(Map.of("email", "reader-" + UUID.randomUUID() + "@example.org", "plan", plan))
                .post("/v1/subscribers")
                .then()
                .statusCode(201)
                .extract()
                .path("api_key");
    }

    /** A new platform's slug. */
    static String platform() {
        String slug = "harbour-" + UUID.randomUUID();
        asStaff()
                .body(Map.of("slug", slug, "name", "Harbour"))
                .post("/v1/platforms")
                .then()
                .statusCode(201);
        return slug;
    }

    static Response follow(String key, String platform) {
        return as(key).body(Map.of("scope", "PLATFORM", "platform", platform)).post("/v1/subscriptions");
    }

    /** How many rows there are of what only the API stores. */
    List<Long> stored() {
        return WRITTEN_BY_THE_API.stream()
                .map(table -> count("select count(*) from " + table))
                .toList();
    }

    /** The tables of what the API can store in which a row bears {@code mark}, as the name of a request does in the log. */
    List<String> storedWith(String mark) {
        return Stream.of(WRITTEN_BY_THE_API, WRITTEN_BY_CONSUMERS_TOO)
                .flatMap(List::stream)
                .filter(table -> count("select count(*) from %1$s where position('%2$s' in cast(%1$s as text)) > 0"
                                .formatted(table, mark))
                        > 0)
                .toList();
    }

    long count(String sql) {
        return Long.parseLong(text(sql));
    }

    /** The first column of the first row. */
    String text(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Everything in the database as text, as a dump would have it. */
    String dump() {
        StringBuilder dump = new StringBuilder();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : tables(statement)) {
                try (ResultSet rows = statement.executeQuery("select cast(t as text) from \"" + table + "\" t")) {
                    while (rows.next()) {
                        dump.append(rows.getString(1)).append('\n');
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return dump.toString();
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet result = statement.executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
            while (result.next()) {
                tables.add(result.getString(1));
            }
        }
        return tables;
    }
}
