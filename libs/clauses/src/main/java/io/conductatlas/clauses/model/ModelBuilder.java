package io.conductatlas.clauses.model;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Turns training texts into rows of numbers, and trained weights into a model file. Used by training only. */
public final class ModelBuilder {
    private final int[] vocabularyKeys;
    private final List<int[]> letters = new ArrayList<>();
    private final IntTable vocabulary;
    private final Map<Integer, Integer> columns = new HashMap<>();

    /** @param words all words the model is to know */
    public ModelBuilder(Collection<String> words) {
        TreeMap<Integer, String> byKey = new TreeMap<>();
        words.stream().sorted().forEach(word -> byKey.putIfAbsent(Hashes.fold(Hashes.of(word)), word));
        this.vocabularyKeys =
                byKey.keySet().stream().mapToInt(Integer::intValue).toArray();
        byKey.values().forEach(word -> letters.add(SentenceFeatures.lettersOf(word)));
        this.vocabulary = new IntTable(vocabularyKeys);
    }

    /** The features of one text: their keys and values. */
    public record Row(int[] keys, float[] values) {}

    public Row row(String text, Collection<String> signs) {
        SentenceFeatures features = SentenceFeatures.read(
                text,
                0,
                text.length(),
                vocabulary,
                signs.stream().mapToLong(SentenceFeatures::sign).toArray());
        Map<Integer, Float> values = new TreeMap<>();
        for (int i = 0; i < features.size(); i++) {
            values.put(features.key(i), features.value(i));
        }
        int count = 0;
        for (int i = 0; i < features.knownWords(); i++) {
            count += letters.get(features.knownWord(i)).length;
        }
        float value = (float) (1 / Math.sqrt(Math.max(1, count)));
        for (int i = 0; i < features.knownWords(); i++) {
            for (int key : letters.get(features.knownWord(i))) {
                values.merge(key, value, Float::sum);
            }
        }
        int[] keys = new int[values.size()];
        float[] all = new float[values.size()];
        int at = 0;
        for (Map.Entry<Integer, Float> entry : values.entrySet()) {
            keys[at] = entry.getKey();
            all[at++] = entry.getValue();
        }
        return new Row(keys, all);
    }

    /**
     * Makes a key part of the model; keys never registered are ignored.
     *
     * @return its column, from 1
     */
    public int column(int key) {
        return columns.computeIfAbsent(key, k -> columns.size() + 1);
    }

    /** The column of a key, or 0 where it has none. */
    public int columnOf(int key) {
        return columns.getOrDefault(key, 0);
    }

    public int columns() {
        return columns.size();
    }

    /**
     * One label as it was trained.
     *
     * @param threshold the raw score from which the label holds
     * @param slope how fast confidence grows with the score
     * @param weights by column; column 0 is the bias
     */
    public record Trained(String label, double threshold, double slope, double[] weights) {}

    /** The model of the {@code most} columns that weigh most. */
    public LinearModel model(String version, List<Trained> labels, int most) {
        int count = labels.size();
        double[] heaviest = new double[count];
        for (int label = 0; label < count; label++) {
            double[] weights = labels.get(label).weights();
            for (int column = 1; column <= columns.size(); column++) {
                heaviest[label] = Math.max(heaviest[label], Math.abs(weights[column]));
            }
        }
        Set<Integer> ofLetters = new HashSet<>();
        letters.forEach(keys -> Arrays.stream(keys).forEach(ofLetters::add));
        List<Map.Entry<Integer, Integer>> kept = new ArrayList<>(columns.entrySet());
        kept.removeIf(entry -> ofLetters.contains(entry.getKey()));
        double[] weightOf = new double[columns.size() + 1];
        kept.forEach(entry -> weightOf[entry.getValue()] = weight(labels, entry.getValue()));
        kept.sort(Comparator.comparingDouble((Map.Entry<Integer, Integer> e) -> -weightOf[e.getValue()])
                .thenComparing(Map.Entry::getKey));
        kept = new ArrayList<>(kept.subList(0, Math.min(most, kept.size())));
        kept.sort(Map.Entry.comparingByKey());
        int[] keys = new int[kept.size()];
        byte[] bytes = new byte[kept.size() * count];
        float[][] perLabel = new float[LinearModel.PER_LABEL][count];
        for (int label = 0; label < count; label++) {
            Trained trained = labels.get(label);
            perLabel[0][label] = (float) trained.threshold();
            perLabel[1][label] = (float) trained.slope();
            perLabel[2][label] = (float) trained.weights()[0];
            perLabel[3][label] = (float) (heaviest[label] / Byte.MAX_VALUE);
        }
        for (int i = 0; i < kept.size(); i++) {
            keys[i] = kept.get(i).getKey();
            for (int label = 0; label < count; label++) {
                double weight = labels.get(label).weights()[kept.get(i).getValue()];
                bytes[i * count + label] = (byte) Math.round(weight / heaviest[label] * Byte.MAX_VALUE);
            }
        }
        double[][] sums = letterSums(labels);
        short[] letterWeights = new short[vocabularyKeys.length * count];
        byte[] letterCounts = new byte[vocabularyKeys.length];
        for (int label = 0; label < count; label++) {
            double top = 0;
            for (double[] of : sums) {
                top = Math.max(top, Math.abs(of[label]));
            }
            perLabel[4][label] = (float) (top / Short.MAX_VALUE);
            for (int word = 0; word < vocabularyKeys.length; word++) {
                letterWeights[word * count + label] =
                        top == 0 ? 0 : (short) Math.round(sums[word][label] / top * Short.MAX_VALUE);
                letterCounts[word] = (byte) Math.min(Byte.MAX_VALUE, letters.get(word).length);
            }
        }
        return LinearModel.of(
                version,
                labels.stream().map(Trained::label).toList(),
                perLabel,
                vocabularyKeys,
                keys,
                bytes,
                letterWeights,
                letterCounts);
    }

    /** By word and label: what the word's letters weigh together. */
    private double[][] letterSums(List<Trained> labels) {
        double[][] sums = new double[vocabularyKeys.length][labels.size()];
        for (int word = 0; word < sums.length; word++) {
            for (int key : letters.get(word)) {
                int column = columnOf(key);
                for (int label = 0; column > 0 && label < labels.size(); label++) {
                    sums[word][label] += labels.get(label).weights()[column];
                }
            }
        }
        return sums;
    }

    private static double weight(List<Trained> labels, int column) {
        return labels.stream()
                .mapToDouble(label -> Math.abs(label.weights()[column]))
                .max()
                .orElse(0);
    }

    /** Writes a model's file. */
    public static void write(LinearModel model, OutputStream out) throws IOException {
        model.write(out);
    }
}
