package io.conductatlas.gateway.readmodel;

import java.util.List;

/** The words of a Version, with the offsets of its sections and sentences. */
public record VersionText(String versionId, String text, List<SectionView> sections, List<SentenceView> sentences) {
    public VersionText {
        sections = List.copyOf(sections);
        sentences = List.copyOf(sentences);
    }
}
