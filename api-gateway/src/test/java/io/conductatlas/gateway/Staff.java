package io.conductatlas.gateway;

import static io.restassured.RestAssured.given;

import io.conductatlas.archive.Sha256;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Our staff in their browsers. */
@ApplicationScoped
class Staff {

    static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    static final String COOKIE = "atlas-session";

    private final Gateway gateway;

    Staff(Gateway gateway) {
        this.gateway = gateway;
    }

    /** Somebody signed in with these roles besides that of all staff. */
    Member member(String... roles) {
        String name = "member-" + UUID.randomUUID();
        String token = UUID.randomUUID().toString();
        try {
            gateway.run("insert into staff_account values ('%s', 'none', '%s', now())"
                    .formatted(
                            name,
                            List.of(roles).stream()
                                    .map(role -> '"' + role + '"')
                                    .collect(Collectors.joining(",", "[", "]"))));
            gateway.run("insert into staff_session values ('%s', '%s', now(), now() + interval '1 hour')"
                    .formatted(Sha256.of(token.getBytes(StandardCharsets.UTF_8)), name));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new Member(name, token);
    }

    Member all() {
        return member("viewer", "operator", "reviewer", "admin");
    }

    record Member(String name, String token) {

        RequestSpecification browser() {
            return given().redirects()
                    .follow(false)
                    .urlEncodingEnabled(false)
                    .header("Accept", BROWSER)
                    .cookie(COOKIE, token);
        }

        Document page(String path) {
            Response answer = browser().get(path);
            answer.then().statusCode(200).contentType("text/html");
            return Jsoup.parse(answer.asString());
        }

        RequestSpecification form() {
            return browser()
                    .urlEncodingEnabled(true)
                    .header("Sec-Fetch-Site", "same-origin")
                    .contentType("application/x-www-form-urlencoded; charset=UTF-8");
        }
    }
}
