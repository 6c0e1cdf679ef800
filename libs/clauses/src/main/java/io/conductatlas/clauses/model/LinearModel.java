package io.conductatlas.clauses.model;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One linear classifier a label over {@link SentenceFeatures}, read from a compact file: keys of 32 bits, weights of
 * eight. Immutable and safe to share.
 */
public final class LinearModel {
    static final int PER_LABEL = 5;

    private static final Comparator<Contribution> HEAVIEST_FIRST = Comparator.comparingDouble(Contribution::weight)
            .reversed()
            .thenComparingInt(Contribution::start)
            .thenComparingInt(Contribution::end);

    private static final int MAGIC = 0x43414D32;

    private final String version;
    private final List<String> labels;
    private final float[] threshold;
    private final float[] slope;
    private final float[] bias;
    private final float[] scale;
    private final float[] letterScale;
    private final IntTable vocabulary;
    private final int[] vocabularyKeys;
    private final IntTable features;
    private final int[] featureKeys;
    private final byte[] weights;
    /** By word of the vocabulary and label: what the word's letters weigh together. */
    private final short[] letterWeights;
    /** By word of the vocabulary: how many features its letters make. */
    private final byte[] letterCounts;

    /** One stretch of the text and what it adds to a label's score. */
    public record Contribution(int start, int end, double weight) {}

    private LinearModel(
            String version,
            List<String> labels,
            float[][] perLabel,
            int[] vocabularyKeys,
            int[] featureKeys,
            byte[] weights,
            short[] letterWeights,
            byte[] letterCounts) {
        this.letterWeights = letterWeights;
        this.letterCounts = letterCounts;
        this.version = version;
        this.labels = List.copyOf(labels);
        this.threshold = perLabel[0];
        this.slope = perLabel[1];
        this.bias = perLabel[2];
        this.scale = perLabel[3];
        this.letterScale = perLabel[4];
        this.vocabularyKeys = vocabularyKeys;
        this.vocabulary = new IntTable(vocabularyKeys);
        this.featureKeys = featureKeys;
        this.features = new IntTable(featureKeys);
        this.weights = weights;
    }

    /** The model that comes with this library under {@code /model/}. */
    public static LinearModel bundled(String name) {
        try (InputStream in = LinearModel.class.getResourceAsStream("/model/" + name + ".bin")) {
            if (in == null) {
                throw new IllegalArgumentException("there is no model " + name);
            }
            return read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A model from the bytes of its file; bytes that are none are an IllegalArgumentException. */
    public static LinearModel read(byte[] file) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(file))) {
            if (in.readInt() != MAGIC) {
                throw new IllegalArgumentException("these bytes are not a model of this kind");
            }
            String version = in.readUTF();
            int count = in.readInt();
            List<String> labels = new ArrayList<>();
            float[][] perLabel = new float[PER_LABEL][count];
            for (int i = 0; i < count; i++) {
                labels.add(in.readUTF());
                for (float[] values : perLabel) {
                    values[i] = in.readFloat();
                }
            }
            int[] vocabulary = ints(in);
            int[] keys = ints(in);
            byte[] weights = new byte[keys.length * count];
            in.readFully(weights);
            short[] letterWeights = new short[vocabulary.length * count];
            for (int i = 0; i < letterWeights.length; i++) {
                letterWeights[i] = in.readShort();
            }
            byte[] letterCounts = new byte[vocabulary.length];
            in.readFully(letterCounts);
            return new LinearModel(version, labels, perLabel, vocabulary, keys, weights, letterWeights, letterCounts);
        } catch (IOException e) {
            throw new IllegalArgumentException("the model's file is cut short", e);
        }
    }

    private static int[] ints(DataInputStream in) throws IOException {
        int[] all = new int[in.readInt()];
        for (int i = 0; i < all.length; i++) {
            all[i] = in.readInt();
        }
        return all;
    }

    void write(OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(MAGIC);
        data.writeUTF(version);
        data.writeInt(labels.size());
        for (int i = 0; i < labels.size(); i++) {
            data.writeUTF(labels.get(i));
            data.writeFloat(threshold[i]);
            data.writeFloat(slope[i]);
            data.writeFloat(bias[i]);
            data.writeFloat(scale[i]);
            data.writeFloat(letterScale[i]);
        }
        for (int[] keys : new int[][] {vocabularyKeys, featureKeys}) {
            data.writeInt(keys.length);
            for (int key : keys) {
                data.writeInt(key);
            }
        }
        data.write(weights);
        for (short weight : letterWeights) {
            data.writeShort(weight);
        }
        data.write(letterCounts);
        data.flush();
    }

    static LinearModel of(
            String version,
            List<String> labels,
            float[][] perLabel,
            int[] vocabularyKeys,
            int[] featureKeys,
            byte[] weights,
            short[] letterWeights,
            byte[] letterCounts) {
        return new LinearModel(
                version, labels, perLabel, vocabularyKeys, featureKeys, weights, letterWeights, letterCounts);
    }

    /** Names the training the weights come from. */
    public String version() {
        return version;
    }

    public List<String> labels() {
        return labels;
    }

    /** The features of a stretch of text under this model's vocabulary. */
    public SentenceFeatures features(CharSequence text, int start, int end, long[] signs) {
        return SentenceFeatures.read(text, start, end, vocabulary, signs);
    }

    /** The score of each label; above 0 the label holds. */
    public double[] scores(SentenceFeatures sentence) {
        int count = labels.size();
        float[] sums = new float[count];
        float ofWords = sentence.size() == 0 ? 0 : sentence.value(0);
        for (int i = 0; i < sentence.size(); i++) {
            int at = features.indexOf(sentence.key(i));
            if (at >= 0) {
                float value = sentence.isOfWords(i) ? ofWords : SentenceFeatures.SIGN;
                int base = at * count;
                for (int label = 0; label < count; label++) {
                    sums[label] += value * weights[base + label];
                }
            }
        }
        long[] letters = new long[count];
        int letterCount = 0;
        for (int i = 0; i < sentence.knownWords(); i++) {
            int word = sentence.knownWord(i);
            letterCount += letterCounts[word];
            for (int label = 0; label < count; label++) {
                letters[label] += letterWeights[word * count + label];
            }
        }
        double letterValue = letterCount == 0 ? 0 : 1 / Math.sqrt(letterCount);
        double[] scores = new double[count];
        for (int label = 0; label < count; label++) {
            scores[label] = sums[label] * scale[label]
                    + letters[label] * letterValue * letterScale[label]
                    + bias[label]
                    - threshold[label];
        }
        return scores;
    }

    /** The score as a confidence from 0 to 1; one half is where the label begins to hold. */
    public double confidence(int label, double score) {
        return 1 / (1 + Math.exp(-slope[label] * score));
    }

    /** The words that speak most for a label, the heaviest first. */
    public List<Contribution> reasons(SentenceFeatures sentence, int label, int most) {
        List<Contribution> heaviest = new ArrayList<>();
        for (int i = 0; i < sentence.size() && sentence.isOfWords(i); i++) {
            int at = features.indexOf(sentence.key(i));
            int weight = at < 0 ? 0 : weights[at * labels.size() + label];
            if (weight > 0) {
                double adds = weight * sentence.value(i) * scale[label];
                if (heaviest.size() < most || adds > heaviest.get(most - 1).weight()) {
                    heaviest.add(new Contribution(sentence.start(i), sentence.end(i), adds));
                    heaviest.sort(HEAVIEST_FIRST);
                    if (heaviest.size() > most) {
                        heaviest.remove(most);
                    }
                }
            }
        }
        return List.copyOf(heaviest);
    }
}
