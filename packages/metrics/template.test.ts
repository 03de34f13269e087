import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Asked,
  NoBaseline,
  render,
  TEMPLATE_NAMES,
  templateProblem,
  usesSide,
  usesWindow,
} from './template.ts';

const asked: Asked = {
  ...{
    app: 'shop',
    environment: 'production',
    side: 'baseline',
    from: 1_700_000_000_400,
    to: 1_700_000_060_600,
  },
  candidate: { version: '2.0.0', commit: 'c2', digest: 'sha256:bb', revision: 'web-2' },
  baseline: { version: '1.0.0', commit: 'c1', digest: 'sha256:aa', revision: 'web-1' },
};
const bracketed = { escape: (value: string) => `<${value}>` };

describe('templates', () => {
  it('name the side that is asked, or one of both', () => {
    const all = TEMPLATE_NAMES.map((name) => `{{ ${name} }}`).join(' ');
    expect(templateProblem(all)).toBeUndefined();
    expect(render(all, asked, bracketed)).toBe(
      '<shop> <production> <baseline> <1.0.0> <c1> <sha256:aa> <web-1> 60s 1700000000 1700000061 <2.0.0> <c2> <sha256:bb> <web-2> <1.0.0> <c1> <sha256:aa> <web-1>',
    );
    expect(render('{{version}}', { ...asked, side: 'candidate' }, bracketed)).toBe('<2.0.0>');
    expect(render('no names: {a} {{{version}', { ...asked }, bracketed)).toBe('no names: {a} {{{version}');
  });

  it('are checked before anything is asked', () => {
    expect(templateProblem('up{v="{{ verison }}"}')).toContain(
      'unknown name {{ verison }}. Did you mean "version"?',
    );
    expect(templateProblem('{{ canidate.version }}')).toContain('Did you mean "candidate.version"?');
    expect(templateProblem('{{ constructor }}')).toContain('unknown name');
    expect(templateProblem('{{ }}')).toContain('unknown name');
    expect(templateProblem('{{ version')).toContain('is not closed');
    expect(templateProblem('{{ {{ version }}')).toContain('is not closed');
  });

  it('tell the sides apart only by what belongs to a side', () => {
    expect(['{{ side }}', '{{version}}', '{{ digest }}'].map(usesSide)).toEqual([true, true, true]);
    expect(['{{ candidate.version }}', '{{ app }}', 'version'].map(usesSide)).toEqual([false, false, false]);
    expect(['{{ window }}', '{{ from }}', '{{ to }}'].map(usesWindow)).toEqual([true, true, false]);
  });

  it('give each point of a series its own window, and share the edges of windows', () => {
    const series = { ...asked, shape: 'series', step: 15_000 } as const;
    expect(render('{{ window }}', series, bracketed)).toBe('15s');
    expect(render('{{ window }}', { ...asked, shape: 'value', step: 15_000 }, bracketed)).toBe('60s');
    expect(render('{{ window }}', { ...asked, to: asked.from + 3 }, bracketed)).toBe('1s');
    const next = { ...asked, from: asked.to, to: asked.to + 5_000 };
    expect(render('{{ from }}', next, bracketed)).toBe(render('{{ to }}', asked, bracketed));
  });

  it('say when there is no baseline', () => {
    const alone: Asked = { ...asked, side: 'candidate', baseline: undefined };
    expect(() => render('{{ baseline.digest }}', alone, bracketed)).toThrow(NoBaseline);
    expect(render('{{ digest }}', alone, bracketed)).toBe('<sha256:bb>');
  });

  it('never take a value for a template', () => {
    fc.assert(
      fc.property(fc.string(), (version) => {
        const named = { ...asked, baseline: { ...asked.candidate, version } };
        expect(render('a {{ version }} b', named, { escape: (value) => value })).toBe(`a ${version} b`);
      }),
    );
    const nested = { ...asked, baseline: { ...asked.candidate, version: '{{ app }}' } };
    expect(render('{{ version }}', nested, bracketed)).toBe('<{{ app }}>');
  });
});
