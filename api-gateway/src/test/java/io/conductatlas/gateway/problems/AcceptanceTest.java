package io.conductatlas.gateway.problems;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptanceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            true  | text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8
            true  | TEXT/HTML
            true  | application/json;q=0.5, text/html;q=0.9
            true  | text/html;charset=utf-8;q=0.3
            false | */*
            false | application/json
            false | application/problem+json, text/html;q=0.9
            false | text/html;q=0
            false | text/*
            false | nonsense;;q=,
            false | ''
            """)
    void tellsBrowsersFromPrograms(boolean page, String accept) {
        assertThat(Acceptance.wantsPage(accept)).isEqualTo(page);
    }

    @Test
    void whoeverSaysNothingIsAProgram() {
        assertThat(Acceptance.wantsPage(null)).isFalse();
    }
}
