import { describe, expect, it } from 'vitest';
import { choice, questionnaire } from '../rules/sampleQuestionnaires.testing.ts';
import { contentHash, questionnaireHash } from './hash.ts';

describe('contentHash', () => {
  it('is the SHA-256 of the canonical JSON', () => {
    // printf '{"a":1,"b":[]}' | sha256sum
    expect(contentHash({ b: [], a: 1 })).toBe('f87e4099e9be5e75094e0a4f46d3dc18a9c37429314a5a2490fb78d31e7e170c');
  });
});

describe('questionnaireHash', () => {
  it('is the same for a draft and its publication, and another one as soon as a word changes', () => {
    const published = questionnaire([choice('a')]);
    expect(questionnaireHash({ ...published, status: 'draft' })).toBe(questionnaireHash(published));
    expect(questionnaireHash(questionnaire([choice('b')]))).not.toBe(questionnaireHash(published));
    expect(questionnaireHash(published)).toMatch(/^[0-9a-f]{64}$/);
  });
});
