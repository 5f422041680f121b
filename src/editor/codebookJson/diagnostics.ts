import * as vscode from 'vscode';
import { codebookFindings } from '../../sidecar/codebookFindings';
import type { FieldFinding } from '../../sidecar/finding';
import { readCodebook } from '../../sidecar/read';
import { showError } from '../messages';
import { Pause } from '../pause';
import { plainMessage } from '../plainMessage';
import { isCodebookFile } from './isCodebookFile';
import { rangesOf } from './placeInFile';

const SETTING = 'policyAnnotator.diagnostics.codebook';
const PAUSE_MS = 300;

/** Says of codebooks that are open in an editor what is wrong with them, as they stand there. */
export class CodebookDiagnostics implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('policyAnnotator.codebook');
  private readonly waiting = new Set<vscode.TextDocument>();
  private readonly pause = new Pause(() => this.tellWaiting());
  private readonly subscriptions: readonly vscode.Disposable[];

  constructor() {
    const { workspace } = vscode;
    this.subscriptions = [
      workspace.onDidOpenTextDocument((document) => this.soon(document)),
      workspace.onDidChangeTextDocument(({ document }) => this.soon(document)),
      workspace.onDidCloseTextDocument(({ uri }) => this.collection.delete(uri)),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(SETTING)) for (const document of workspace.textDocuments) this.soon(document);
      }),
    ];
    for (const document of workspace.textDocuments) this.soon(document);
  }

  dispose(): void {
    vscode.Disposable.from(this.pause, this.collection, ...this.subscriptions).dispose();
  }

  private soon(document: vscode.TextDocument): void {
    if (!isCodebookFile(document)) return;
    this.waiting.add(document);
    this.pause.begin(PAUSE_MS);
  }

  private tellWaiting(): void {
    for (const document of this.waiting) {
      try {
        this.tell(document);
      } catch (error) {
        showError(error);
      }
    }
    this.waiting.clear();
  }

  private tell(document: vscode.TextDocument): void {
    if (document.isClosed) return;
    const isShown = vscode.workspace.getConfiguration(undefined, document.uri).get(SETTING, true);
    this.collection.set(document.uri, isShown ? diagnosticsOf(document) : []);
  }
}

function diagnosticsOf(document: vscode.TextDocument): vscode.Diagnostic[] {
  const result = readCodebook(new TextEncoder().encode(document.getText()));
  if (!result.ok) {
    const { message, line, column } = result.problem;
    const at = document.validatePosition(new vscode.Position(line - 1, column - 1));
    const range = document.getWordRangeAtPosition(at) ?? new vscode.Range(at, at.translate(0, 1));
    return [diagnostic(range, message, vscode.DiagnosticSeverity.Error)];
  }
  const findings = codebookFindings(result.value);
  const ranges = rangesOf(
    document,
    findings.map(({ path }) => path),
  );
  return findings.flatMap(({ message, severity }, index) => {
    const range = ranges[index];
    return range ? [diagnostic(range, message, severityOf(severity))] : [];
  });
}

function diagnostic(range: vscode.Range, message: string, severity: vscode.DiagnosticSeverity): vscode.Diagnostic {
  const made = new vscode.Diagnostic(range, plainMessage(message), severity);
  made.source = 'Policy Annotator';
  return made;
}

function severityOf(severity: FieldFinding['severity']): vscode.DiagnosticSeverity {
  const { Error, Warning, Information } = vscode.DiagnosticSeverity;
  return { error: Error, warning: Warning, note: Information }[severity];
}
