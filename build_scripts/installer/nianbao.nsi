; Setup of the Windows program, for the user alone: no administrator, no network. windows_package.py hands over by -D:
;   MADE   folder with product.nsh (what product.py says) and icon.ico
;   FILES  the frozen program, as pattern
;   OUT    the setup to be written
;   FAST   quick compression, for trials
; Silent: setup.exe /S [/D=folder]; uninstall.exe /S. A running program is waited for, never ended: nothing typed is lost.
; Exit codes: 0 done, 1 cancelled, 3 Windows too old, 4 the program is still running.
Unicode true
Target amd64-unicode
!include "${MADE}/product.nsh"
!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "WinVer.nsh"
!include "x64.nsh"
!define UNKEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"
!define EXE "$INSTDIR\${COMMAND}.exe"
!define CLASSES "Software\Classes"
!define OLDEST_BUILD 17763 ; Windows 10 1809, the oldest that Qt 6.8 runs on
!define WAIT_ROUNDS 120    ; of half a second each, when silent

Name "${NAME}"
OutFile "${OUT}"
!ifdef FAST
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\${ID}"
InstallDirRegKey HKCU "Software\${ID}" "InstallDir"
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${FOUR}"
VIFileVersion "${FOUR}"
VIAddVersionKey /LANG=2052 "ProductName" "${NAME}"
VIAddVersionKey /LANG=2052 "CompanyName" "${PUBLISHER}"
VIAddVersionKey /LANG=2052 "FileDescription" "${NAME} 安装程序"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "LegalCopyright" "${PUBLISHER}，MIT 许可证"

!define MUI_ICON "${MADE}/icon.ico"
!define MUI_UNICON "${MADE}/icon.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${MADE}/side.bmp"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TEXT "将安装 ${NAME} ${VERSION}。$\r$\n$\r$\n只为当前用户安装，不需要管理员，不联网。已有的草稿和报告不会改动。$\r$\n$\r$\n单击“下一步”继续。"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "已安装 ${NAME}"
!define MUI_FINISHPAGE_TEXT "桌面和开始菜单中有“${NAME}”。$\r$\n$\r$\n单击“完成”关闭本窗口。"
!define MUI_FINISHPAGE_RUN "${EXE}"
!define MUI_FINISHPAGE_RUN_TEXT "立即打开"
!insertmacro MUI_PAGE_FINISH
!define MUI_UNCONFIRMPAGE_TEXT_TOP "将卸载 ${NAME}。只删除程序自己的文件；您的草稿、报告和自动保存的内容都会保留。"
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"

!macro AskIfOpen file
  ${If} ${FileExists} "${file}"
    ClearErrors
    FileOpen $0 "${file}" a
    ${If} ${Errors}
      StrCpy $2 "running"
    ${Else}
      FileClose $0
    ${EndIf}
  ${EndIf}
!macroend

; A program that runs cannot be opened for writing. Asked again until it is closed; silent, for a minute.
!macro WaitUntilClosed un
Function ${un}WaitUntilClosed
  StrCpy $1 0
  again:
    StrCpy $2 ""
    !insertmacro AskIfOpen "$INSTDIR\${COMMAND}.exe"
    !insertmacro AskIfOpen "$INSTDIR\${CLI}.exe"
    StrCmp $2 "running" 0 done
    IfSilent 0 ask
      IntOp $1 $1 + 1
      IntCmp $1 ${WAIT_ROUNDS} failed
      Sleep 500
      Goto again
  ask:
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "“${NAME}”正在运行。$\r$\n$\r$\n请先保存草稿并关闭它，再单击“重试”。" IDRETRY again
  failed:
    SetErrorLevel 4
    Quit
  done:
FunctionEnd
!macroend
!insertmacro WaitUntilClosed ""
!insertmacro WaitUntilClosed "un."

Function .onInit
  ${IfNot} ${AtLeastWin10}
    Goto too_old
  ${EndIf}
  ${IfNot} ${AtLeastBuild} ${OLDEST_BUILD}
    Goto too_old
  ${EndIf}
  ${If} ${RunningX64}
    Return
  ${EndIf}
  too_old:
    MessageBox MB_OK|MB_ICONSTOP "这台电脑不能安装“${NAME}”：需要 64 位的 Windows 10（1809 版或更新）或 Windows 11。$\r$\n$\r$\n可以改用安装包旁边的“${WORKBOOK}”，用 Excel 或 WPS 填写，再到能运行本程序的电脑上打开。" /SD IDOK
    SetErrorLevel 3
    Quit
FunctionEnd

Section
  ; Always a folder of our own: somebody may choose D:\, and the folder below is removed as a whole
  StrLen $1 "\${ID}"
  IntOp $1 0 - $1
  StrCpy $0 $INSTDIR "" $1
  StrCmp $0 "\${ID}" +2
    StrCpy $INSTDIR "$INSTDIR\${ID}"
  Call WaitUntilClosed
  SetOutPath "$INSTDIR"
  RMDir /r "$INSTDIR\_internal" ; replace an older version as a whole, never mix two versions of Qt
  ClearErrors
  File /r "${FILES}"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortCut "$SMPROGRAMS\${NAME}.lnk" "${EXE}"
  CreateShortCut "$DESKTOP\${NAME}.lnk" "${EXE}"
  ; Offered under 打开方式 for .xlsx; what opens .xlsx by double click stays as it is
  WriteRegStr HKCU "${CLASSES}\Applications\${COMMAND}.exe" "FriendlyAppName" "${NAME}"
  WriteRegStr HKCU "${CLASSES}\Applications\${COMMAND}.exe\shell\open\command" "" '"${EXE}" "%1"'
  WriteRegStr HKCU "${CLASSES}\Applications\${COMMAND}.exe\SupportedTypes" ".xlsx" ""
  WriteRegStr HKCU "${CLASSES}\${ID}.draft" "" "${NAME}草稿"
  WriteRegStr HKCU "${CLASSES}\${ID}.draft\DefaultIcon" "" "${EXE},0"
  WriteRegStr HKCU "${CLASSES}\${ID}.draft\shell\open\command" "" '"${EXE}" "%1"'
  WriteRegNone HKCU "${CLASSES}\.xlsx\OpenWithProgids" "${ID}.draft"
  WriteRegStr HKCU "Software\${ID}" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${UNKEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNKEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNKEY}" "DisplayIcon" "${EXE}"
  WriteRegStr HKCU "${UNKEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKCU "${UNKEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNKEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNKEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNKEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNKEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNKEY}" "EstimatedSize" $0
  ${RefreshShellIcons}
SectionEnd

Section "Uninstall"
  Call un.WaitUntilClosed
  ; Only what was installed, by name; a folder with somebody's files in it stays
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\${COMMAND}.exe"
  Delete "$INSTDIR\${CLI}.exe"
  Delete "$INSTDIR\uninstall.exe"
  SetOutPath "$TEMP"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  DeleteRegKey HKCU "${CLASSES}\Applications\${COMMAND}.exe"
  DeleteRegKey HKCU "${CLASSES}\${ID}.draft"
  DeleteRegValue HKCU "${CLASSES}\.xlsx\OpenWithProgids" "${ID}.draft"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.xlsx\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.xlsx"
  DeleteRegKey HKCU "Software\${ID}"
  DeleteRegKey HKCU "${UNKEY}"
  ${RefreshShellIcons}
SectionEnd
