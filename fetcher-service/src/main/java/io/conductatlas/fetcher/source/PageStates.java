package io.conductatlas.fetcher.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/** Page states as a target keeps them. */
final class PageStates {

    static final String NONE = "[]";

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<PageState>> LIST = new TypeReference<>() {};

    private PageStates() {}

    static String write(List<PageState> pages) {
        try {
            return JSON.writeValueAsString(pages);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("pages cannot be written as JSON", e);
        }
    }

    static List<PageState> read(String pages) {
        try {
            return JSON.readValue(pages, LIST);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the pages of a target cannot be read", e);
        }
    }
}
